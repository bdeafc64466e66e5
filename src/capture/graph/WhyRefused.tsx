import React from 'react';
import { HalfTypedLimit } from '../../recording/graph/HalfTypedLimit';
import { isHalfTyped } from '../../recording/graph/frozenGraph';
import { isMeasured } from '../../recording/graph/heldStretch';
import type { CaptureModel } from '../model/useCapture';
import { NothingMeasured } from './NothingMeasured';

type Graph = Pick<CaptureModel, 'state' | 'series'>;

/** Whether the graph cannot be kept as it is: nothing in it was measured, or its limit is half typed. */
export function isRefused(graph: Graph): boolean {
  return isEmpty(graph) || isHalfTyped(graph.state);
}

/** What to do about it; nothing once it is done. */
export function WhyRefused({ graph }: { graph: Graph }) {
  return (
    <>
      {isEmpty(graph) && <NothingMeasured name={graph.series.name} />}
      {isHalfTyped(graph.state) && <HalfTypedLimit />}
    </>
  );
}

function isEmpty({ state: { leftOut, stretch }, series }: Graph): boolean {
  return !leftOut.values && !isMeasured(series, stretch);
}
