import type { PanelProps } from '@grafana/data';
import React from 'react';
import type { NearMissesOptions } from './NearMissesOptions';

export default function NearMisses({ options }: PanelProps<NearMissesOptions>) {
  return <div>{options.view}</div>;
}
