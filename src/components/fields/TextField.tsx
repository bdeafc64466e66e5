import { Field, Input, TextArea } from '@grafana/ui';
import React, { type FormEvent, useId } from 'react';

interface Props {
  label: string;
  description?: string;
  error?: string;
  value: string;
  onChange: (value: string) => void;
  /** More than one line. */
  rows?: number;
  /** Values to offer while typing. */
  offers?: readonly string[];
  /** What stands for it while it is empty. */
  placeholder?: string;
}

/** A labelled text, of one line or several. */
export function TextField({ label, description, error, value, onChange, rows, offers = [], placeholder }: Props) {
  const id = useId();
  const listId = `${id}list`;
  const change = (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.currentTarget.value);
  // Grafana's text area tells nobody by itself that it is invalid.
  const control = { id, value, placeholder, onChange: change, 'aria-invalid': error !== undefined };
  return (
    <div>
      <Field label={label} description={description} error={error} invalid={error !== undefined} noMargin>
        {rows ? (
          <TextArea {...control} rows={rows} />
        ) : (
          <Input {...control} list={offers.length > 0 ? listId : undefined} />
        )}
      </Field>
      {offers.length > 0 && (
        <datalist id={listId}>
          {offers.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
    </div>
  );
}
