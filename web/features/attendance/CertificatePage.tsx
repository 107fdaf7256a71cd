import './attendance.css';
import './certificate.css';
import { useQuery } from '@tanstack/react-query';
import { toString as drawCode } from 'qrcode';
import { readCertificate } from '#contract/attendance/endpoints.ts';
import { dayStamp, daysBetween } from '#web/lib/formats.ts';
import { useRead } from '#web/lib/query.ts';
import { useParam } from '#web/lib/router.ts';
import { Button } from '#web/ui/Button/Button.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { hoursFigure, certificateWords as words } from './words.ts';

/** The proof of service as it is printed on A4, or kept as PDF by the same way. */
export function CertificatePage() {
  const certificateId = useParam('certificateId');
  const { data, error, refetch } = useRead(readCertificate, { params: { certificateId } });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={6} />;
  const issuedOn = dayStamp(data.issuedAt);
  return (
    <>
      <div className="jia-proof-tools">
        <Button onPress={() => history.back()}>{words.back}</Button>
        <Button kind="primary" icon="printer" onPress={() => window.print()}>
          {words.print}
        </Button>
      </div>
      <article className="jia-proof">
        <header>
          <h1>{words.title}</h1>
          <Code code={data.code} />
        </header>
        <p>
          {words.body(
            data.name,
            daysBetween(data.fromOn, data.toOn),
            data.lines.length,
            hoursFigure(data.minutes),
          )}
        </p>
        <table>
          <thead>
            <tr>
              <th>{words.day}</th>
              <th>{words.activity}</th>
              <th>{words.hours}</th>
            </tr>
          </thead>
          <tbody>
            {data.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a proof never change
              <tr key={index}>
                <td>{line.day}</td>
                <td>{line.title}</td>
                <td>{hoursFigure(line.minutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{words.law}</p>
        <footer>
          <span>
            {words.issuer} {data.organisation}
          </span>
          <span>
            {words.issuedOn} {daysBetween(issuedOn, issuedOn)}
          </span>
          <span>{words.check(`${location.host}/p/certificates`)}</span>
        </footer>
      </article>
    </>
  );
}

function Code({ code }: { code: string }) {
  const { data } = useQuery({
    queryKey: ['certificate-code', code],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => drawCode(`${window.location.origin}/p/certificates/${code}`, { type: 'svg', margin: 0 }),
  });
  const spaced = code.replace(/(\d{4})(?=\d)/g, '$1 ');
  return (
    <figure>
      {data && <img alt={words.codeImage} src={`data:image/svg+xml;utf8,${encodeURIComponent(data)}`} />}
      <figcaption>
        {words.code} {spaced}
      </figcaption>
    </figure>
  );
}
