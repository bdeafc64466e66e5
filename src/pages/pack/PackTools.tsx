import { dateTimeFormat } from '@grafana/data';
import { Trans } from '@grafana/i18n';
import { Button, Stack } from '@grafana/ui';
import React, { useEffect, useRef } from 'react';
import { saveFile } from '../../components/saveFile';
import type { EvidencePack } from '../../domain/pack/evidencePack';
import type { PackCover } from '../../domain/pack/packCover';
import { packCsv } from '../../domain/pack/packCsv';
import { packMarkdown } from '../../domain/pack/packMarkdown';
import type { FollowUps } from '../../domain/pack/packStory';
import type { Speech } from '../../domain/story/speech';
import { linkTo } from '../../grafana/address';
import { t } from '../../i18n/t';

interface Content {
  pack: EvidencePack;
  cover: PackCover;
  followUps: FollowUps;
  speech: Speech;
}

interface Props {
  content: Content;
  disabled: boolean;
  /** Whether the stories are on the page. */
  printable: boolean;
  /** Whether follow-ups are being read. */
  adding: boolean;
  onAdd: () => void;
}

// Without the mark Excel takes UTF-8 for its old code page.
const MARK = '\ufeff';

/** Paper and files of what is shown. */
export function PackTools({ content, disabled, printable, adding, onAdd }: Props) {
  const save = (type: string, ending: string, text: string) => {
    const day = dateTimeFormat(Date.now(), { format: 'YYYY-MM-DD' });
    saveFile(`near-misses-evidence-${day}.${ending}`, type, text);
  };
  const saveMarkdown = () => {
    const { pack, ...rest } = content;
    save('text/markdown', 'md', packMarkdown(pack, { ...rest, link: linkTo }));
  };
  const saveCsv = () => {
    const iso = (at: number) => dateTimeFormat(at, { format: 'YYYY-MM-DDTHH:mm:ssZ' });
    const { pack, followUps } = content;
    save('text/csv', 'csv', MARK + packCsv(pack, { followUps, iso, link: linkTo }));
  };
  return (
    <Stack wrap="wrap" gap={1}>
      <Button icon="document-info" disabled={disabled || !printable} onClick={() => window.print()}>
        <Trans i18nKey="share.print">Print</Trans>
      </Button>
      <Button variant="secondary" icon="download-alt" disabled={disabled} onClick={saveMarkdown}>
        <Trans i18nKey="export.markdown">Export as Markdown</Trans>
      </Button>
      <Button variant="secondary" icon="download-alt" disabled={disabled} onClick={saveCsv}>
        <Trans i18nKey="pack.csv">Export as CSV</Trans>
      </Button>
      {!content.followUps && (
        <Button
          variant="secondary"
          icon={adding ? 'spinner' : 'plus'}
          disabled={disabled}
          onClick={adding ? undefined : onAdd}
        >
          <Trans i18nKey="pack.add">Include follow-ups</Trans>
        </Button>
      )}
      <FollowUpsStatus adding={adding} added={content.followUps !== null} />
    </Stack>
  );
}

/** Takes the focus that goes down with the button, but from nowhere else. */
function FollowUpsStatus({ adding, added }: { adding: boolean; added: boolean }) {
  const line = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (added && document.activeElement === document.body) {
      line.current?.focus();
    }
  }, [added]);
  return (
    <span ref={line} role="status" tabIndex={-1}>
      {adding && t('pack.adding', 'Reading the follow-ups…')}
      {added && t('pack.added', 'Follow-ups are in it.')}
    </span>
  );
}
