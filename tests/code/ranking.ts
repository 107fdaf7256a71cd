// No table, endpoint or screen clocks, scores or ranks a staff member (General Office of the State Council, 2026 No. 12).
import { isTest, type Source, withoutComments } from './sources.ts';

const forbidden: readonly RegExp[] = [
  /打卡|签到考勤|考勤打卡|积分排名|在线时长|学习时长|工分|红黑榜|末位/,
  /\b(clock_?in|clock_?out|punch_?card|time_?sheet|leader_?board|staff_?(score|points|rank(ing)?)|online_?(minutes|hours|duration)|work_?minutes)/i,
  /(?:Staff|Worker|Warden)(?:Score|Points|Rank|Ranking|Leaderboard|Attendance)/,
];

/** Screens, tables, endpoints, words: everything that is not a test or a comment. */
export function rankingFaults(sources: readonly Source[]): string[] {
  return sources
    .filter((from) => !isTest(from.path))
    .flatMap((from) => lineFaults(from.path, withoutComments(from)));
}

export function lineFaults(path: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      forbidden.some((pattern) => pattern.test(line))
        ? [`${path}:${index + 1}: ${line.trim().slice(0, 80)}`]
        : [],
    );
}
