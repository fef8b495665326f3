import { Button } from 'antd';
export default function Overview() {
  return (
    <main>
      <h1>Tổng quan</h1>
      <Button type="primary">Kết nối kênh bán hàng</Button>
    </main>
  );
}
