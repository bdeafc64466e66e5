import type { PluginExtensionPanelContext } from '@grafana/data';
import React from 'react';

interface Props {
  context?: Readonly<PluginExtensionPanelContext>;
  onDismiss?: () => void;
}

export default function CaptureModal({ context }: Props) {
  return <p>{context?.title}</p>;
}
