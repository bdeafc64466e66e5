import React, { useEffect, useState } from 'react';
import { useSend } from '../storage/react/NearMissStoreProvider';
import { readAnnotationsShown } from '../grafana/dashboard';
import { redrawAnnotations } from '../grafana/redrawAnnotations';
import { t } from '../i18n/t';

/** Has the graph draw the new marker, and says whether and when it can be seen, as far as Grafana tells. */
export function MarkerHint({ dashboardUid }: { dashboardUid: string }) {
  const send = useSend();
  const [redrawn, setRedrawn] = useState(false);
  const [shown, setShown] = useState<boolean | null>(null);
  useEffect(() => setRedrawn(redrawAnnotations()), []);
  useEffect(() => {
    let here = true;
    readAnnotationsShown(send, dashboardUid).then((answer) => here && setShown(answer));
    return () => {
      here = false;
    };
  }, [send, dashboardUid]);
  return <p>{hintText(shown, redrawn)}</p>;
}

function hintText(shown: boolean | null, redrawn: boolean): string {
  if (shown === false) {
    return t(
      'marker.off',
      'Its marker will not show on the graph: annotations are switched off in the settings of this dashboard (Annotations & Alerts).'
    );
  }
  return redrawn
    ? t('marker.now', 'Its marker is on the graph, as long as fewer than 100 newer annotations lie in the shown range.')
    : t(
        'marker.on',
        'Its marker shows on the graph after the next refresh of the dashboard, as long as fewer than 100 newer annotations lie in the shown range.'
      );
}
