import React, { useEffect, useState } from 'react';
import { useSend } from '../storage/react/NearMissStoreProvider';
import { readAnnotationsShown } from '../grafana/dashboard';
import { t } from '../i18n/t';

/** Whether and when the new marker can be seen on the graph, as far as Grafana tells. */
export function MarkerHint({ dashboardUid }: { dashboardUid: string }) {
  const send = useSend();
  const [shown, setShown] = useState<boolean | null>(null);
  useEffect(() => {
    let here = true;
    readAnnotationsShown(send, dashboardUid).then((answer) => here && setShown(answer));
    return () => {
      here = false;
    };
  }, [send, dashboardUid]);
  return shown === false ? (
    <p>
      {t(
        'marker.off',
        'Its marker will not show on the graph: annotations are switched off in the settings of this dashboard (Annotations & Alerts).'
      )}
    </p>
  ) : (
    <p>
      {t(
        'marker.on',
        'Its marker shows on the graph after the next refresh of the dashboard, as long as fewer than 100 newer annotations lie in the shown range.'
      )}
    </p>
  );
}
