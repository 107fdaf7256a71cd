import type { Examples } from '../examples.ts';
import { Facts, Section, Sheet } from './Section.tsx';

export const sectionExamples: Examples = {
  facts: (
    <Section title="识别结果" aside={<a href="#all">全部</a>}>
      <Sheet>
        <Facts
          facts={[
            { label: '地点', value: '通惠南路29号院 3号楼3单元二层' },
            { label: '类别', value: '物业服务 › 公共照明' },
          ]}
        />
      </Sheet>
    </Section>
  ),
};
