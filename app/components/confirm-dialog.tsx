'use client';

import { Modal } from 'antd';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

type ConfirmDialogProps = Readonly<{
  open: boolean;
  title: ReactNode;
  /** What will happen, and what will be lost. */
  children: ReactNode;
  confirmLabel: string;
  danger?: boolean;
  pending?: boolean;
  /** Something must be chosen first. */
  blocked?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}>;

/** Asks before what destroys or sends much (interface.md, rule 3). A second click while it runs does nothing. */
export function ConfirmDialog({
  open,
  title,
  children,
  confirmLabel,
  danger,
  pending,
  blocked,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const t = useTranslations('app');
  return (
    <Modal
      open={open}
      title={title}
      okText={confirmLabel}
      cancelText={t('cancel')}
      okButtonProps={{ danger: danger ?? false, loading: pending ?? false, disabled: blocked ?? false }}
      cancelButtonProps={{ disabled: pending ?? false }}
      onOk={onConfirm}
      onCancel={onCancel}
      destroyOnHidden
    >
      {children}
    </Modal>
  );
}
