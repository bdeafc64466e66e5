import React from 'react';

export default function Configuration() {
  return <div />;
}
