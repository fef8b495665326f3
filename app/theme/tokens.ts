import type { ThemeConfig } from 'antd';

/**
 * Calm and dense (interface.md, Look). Primary and danger are a shade darker than there, so that words on and in them reach
 * contrast AA. Ant Design's tokens; the page colors stand in app/theme/page.css.
 */
export const token: ThemeConfig['token'] = {
  colorPrimary: '#2b63f0',
  colorSuccess: '#16a34a',
  colorWarning: '#f59e0b',
  colorError: '#dc2626',
  borderRadius: 8,
  borderRadiusLG: 12,
  fontSize: 14,
  controlHeight: 40,
  colorLink: '#8db1ff',
  colorLinkHover: '#b3cbff',
  fontFamily: "var(--font-latin), var(--font-vietnamese), system-ui, -apple-system, 'Segoe UI', sans-serif",
};

export const lightToken: ThemeConfig['token'] = {
  colorLink: '#1d55d9',
  colorLinkHover: '#2f6bff',
  colorBgLayout: '#f4f6fa',
  colorText: '#1f2937',
  colorTextSecondary: '#5b6472',
  colorBorderSecondary: '#e6eaf1',
};

/** Red words on dark ground are lighter; then words on red are dark. */
export const darkToken: ThemeConfig['token'] = {
  colorError: '#ff7b72',
  colorBgContainer: '#171d26',
  colorBgElevated: '#1d2430',
  colorBorder: '#3a4555',
};
export const darkComponents: ThemeConfig['components'] = { Button: { dangerColor: '#1a0606' } };
