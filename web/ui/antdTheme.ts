import type { ThemeConfig } from 'antd';
import { deskTokens } from './tokens.ts';

const of = (name: string): string => deskTokens[name] ?? '';
const px = (name: string): number => Number.parseInt(of(name), 10);

/** The desk kit in our colours; every value comes from tokens.css. */
export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: of('primary'),
    colorInfo: of('primary'),
    colorLink: of('primary'),
    colorSuccess: of('ok'),
    colorError: of('red'),
    colorWarning: of('warn'),
    colorWarningText: of('warn-text'),
    colorText: of('text'),
    colorTextSecondary: of('text2'),
    colorTextTertiary: of('hint'),
    colorTextPlaceholder: of('hint'),
    colorTextDescription: of('hint'),
    colorTextDisabled: of('hint'),
    colorBgLayout: of('ground'),
    colorBgContainer: of('surface'),
    colorFillTertiary: of('sunken'),
    colorBorder: of('line-strong'),
    colorBorderSecondary: of('line'),
    colorSplit: of('line'),
    fontFamily: 'var(--jia-font)',
    fontSize: px('size-body'),
    lineHeight: Number(of('leading')),
    borderRadius: px('radius-m'),
    borderRadiusSM: px('radius-s'),
    borderRadiusLG: px('radius-l'),
    controlHeight: px('button'),
    boxShadow: of('shadow-1'),
    boxShadowSecondary: of('shadow-2'),
    motionDurationMid: '0.2s',
    wireframe: false,
  },
  components: {
    Table: {
      headerBg: of('sunken'),
      headerColor: of('text'),
      rowHoverBg: of('ground'),
      rowSelectedBg: of('primary-tint'),
      rowSelectedHoverBg: of('primary-tint'),
      cellPaddingBlock: 9,
      headerSplitColor: 'transparent',
      cellFontSize: px('size-caption'),
    },
    Menu: { itemSelectedBg: of('primary-tint'), itemHeight: 40, itemBorderRadius: px('radius-m') },
    Layout: { siderBg: of('surface'), headerBg: of('surface'), bodyBg: of('ground') },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Card: { headerBg: 'transparent', bodyPadding: 16 },
    Tag: { borderRadiusSM: px('radius-s') },
  },
};
