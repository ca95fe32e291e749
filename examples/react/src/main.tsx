import 'program-finder';
import type {} from 'program-finder/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

const App = () => {
  const [ready, setReady] = useState(false);
  return (
    <>
      <h1>Pier Nine Counseling</h1>
      <p>{ready ? 'A few questions may help you to find a start.' : 'Call us to find a start.'}</p>
      <program-finder
        config="/finder.json"
        heading-level="2"
        style={{ display: 'block', minHeight: 680 }}
        onprogram-finder-ready={() => setReady(true)}
      >
        <p>
          Call us: <a href="tel:+15555550142">(555) 555-0142</a>. In a crisis, call or text <a href="tel:988">988</a>; in an emergency, call{' '}
          <a href="tel:911">911</a>.
        </p>
      </program-finder>
    </>
  );
};

createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
