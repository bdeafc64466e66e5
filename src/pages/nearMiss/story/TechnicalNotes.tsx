import React from 'react';
import { chosenEvidence } from '../../../domain/record/chosenSeries';
import { droppedText } from '../../../domain/story/droppedText';
import { fieldText } from '../history/fieldText';
import { fieldLabel } from '../model/fieldLabel';
import type { PageModel } from '../model/PageModel';
import { Fact, FactList } from './FactList';
import { t } from '../../../i18n/t';

/** What the graph and the record are made of, for whoever wants to look closer. */
export function TechnicalNotes({ page }: { page: PageModel }) {
  const { nearMiss } = page.file;
  const { source, id, version } = nearMiss;
  const dropped = chosenEvidence(nearMiss)?.dropped ?? [];
  return (
    <FactList>
      <Fact label={fieldLabel('series')}>{nearMiss.series || source?.series}</Fact>
      <Fact label={fieldLabel('stretch')}>{nearMiss.stretch && fieldText('stretch', nearMiss, page)}</Fact>
      <Fact label={fieldLabel('limit')}>{nearMiss.limit && fieldText('limit', nearMiss, page)}</Fact>
      <Fact label={t('road.dropped', 'What of the graph is kept coarser or not at all')}>
        {dropped.length > 0 && (
          <ul>
            {dropped.map((one, index) => (
              <li key={index}>{droppedText(one, page.speech)}</li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact label={t('notes.data-source', 'Data source')}>{source?.dataSource}</Fact>
      <Fact label={t('notes.queries', 'Queries')}>
        {source && source.queries.length > 0 && <pre>{JSON.stringify(source.queries, null, 2)}</pre>}
      </Fact>
      <Fact label={t('notes.stored', 'Stored as')}>
        {t('notes.stored-as', 'nm:{{id}}, format {{version}}', { id, version })}
      </Fact>
    </FactList>
  );
}
