import React from 'react';
import type { NearMissesProps } from './NearMissesProps';

export default function NearMisses({ options }: NearMissesProps) {
  return <div>{options.view}</div>;
}
