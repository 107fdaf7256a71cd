import type { Examples } from '../examples.ts';
import { Section, Sheet } from '../Section/Section.tsx';
import { Tick } from './Tick.tsx';

export const tickExamples: Examples = {
  list: (
    <Section title="谁去">
      <Sheet>
        <Tick isOn onChange={() => {}} trailing="8岁">
          陈小树
        </Tick>
        <Tick isOn={false} isDisabled onChange={() => {}} trailing="年龄不合适">
          陈小禾
        </Tick>
      </Sheet>
    </Section>
  ),
  'with what it means': (
    <Tick isOn={false} onChange={() => {}} note="只显示家庭昵称，随时可以取消">
      家庭积分上榜
    </Tick>
  ),
};
