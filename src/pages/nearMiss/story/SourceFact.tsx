import { locationUtil } from '@grafana/data';
import { TextLink } from '@grafana/ui';
import React from 'react';
import { sourceAddress } from '../../../components/words/address';
import { useDashboardName } from '../../../components/words/useDashboardName';
import type { Source } from '../../../domain/record/record';
import type { FailureKind } from '../../../grafana/outcome';
import { MarkerAgain } from './MarkerAgain';
import type { PageModel } from '../model/PageModel';
import { usePanelModel } from '../../../storage/react/usePanelModel';
import { t } from '../../../i18n/t';

interface Props {
  source: Source;
  page: PageModel;
}

/** Where the graph was seen; a link to the same panel, time and variables while the dashboard is there for this reader. */
export function SourceFact({ source, page }: Props) {
  const { stretch, readOnly, evidence } = page.file.nearMiss;
  const answer = usePanelModel(source.dashboardUid, source.panelId);
  const titles = [source.dashboardTitle, source.panelTitle].filter(Boolean).join(' / ');
  const name = useDashboardName(source.dashboardUid, titles);
  const why = answer.state === 'failed' ? goneText(answer.failure.kind, evidence !== null) : null;
  if (why) {
    return <span>{`${name} ${why}`}</span>;
  }
  const panelIsThere = answer.state !== 'ready' || answer.value.found;
  const mayMark = answer.state === 'ready' && panelIsThere && answer.value.canAnnotate && stretch && !readOnly;
  return (
    <span>
      <TextLink href={locationUtil.assureBaseUrl(sourceAddress(panelIsThere ? source : { ...source, panelId: 0 }))}>
        {name}
      </TextLink>
      {!panelIsThere && ` ${t('source.panel-gone', '(the panel is no longer on it)')}`}
      {mayMark && <MarkerAgain page={page} />}
    </span>
  );
}

/** Why there is no link, and whether the page shows the graph as it was (its values may have been left out); null when Grafana only failed to say, and the link may well work. */
function goneText(kind: FailureKind, frozen: boolean): string | null {
  switch (kind) {
    case 'missing':
      return frozen
        ? t('source.gone', '(no longer there; the graph above is the frozen copy)')
        : t('source.gone-all', '(no longer there)');
    case 'forbidden':
      return frozen
        ? t('source.hidden', '(you may not open this dashboard; the graph above is the frozen copy)')
        : t('source.hidden-all', '(you may not open this dashboard)');
    default:
      return null;
  }
}
