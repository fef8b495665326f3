import type { ThemeConfig } from 'antd';

/** Calm and dense (interface.md, Look). Ant Design's tokens; the page colors stand in app/theme/page.css. */
export const token: ThemeConfig['token'] = {
  colorPrimary: '#2f6bff',
  colorSuccess: '#16a34a',
  colorWarning: '#f59e0b',
  colorError: '#ef4444',
  borderRadius: 8,
  borderRadiusLG: 12,
  fontSize: 14,
  controlHeight: 40,
  fontFamily: "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', sans-serif",
};

export const lightToken: ThemeConfig['token'] = {
  colorBgLayout: '#f4f6fa',
  colorText: '#1f2937',
  colorTextSecondary: '#5b6472',
  colorBorderSecondary: '#e6eaf1',
};
