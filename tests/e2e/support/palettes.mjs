// Brands, as the tokens that a provider could give (docs/configuration.md): what is usual, what is loud, and what fails.

export const PALETTES = {
  'harbor blue': { 'color-accent': '#0a4f8a', 'color-surface': '#eef4fa', 'color-crisis-bg': '#e6eef6', radius: '6px' },
  'sage and cream': { 'color-bg': '#fdfaf3', 'color-surface': '#f0efe2', 'color-accent': '#4f6b46', 'color-border': '#8a8a72', 'color-crisis-bg': '#e9ecdd', radius: '16px', 'font-family': 'Georgia, serif' },
  'plum, round': { 'color-accent': '#6b2a6f', 'color-surface': '#f7f0f8', 'color-crisis-bg': '#f3e8f4', radius: '28px', space: '20px' },
  'terracotta, square': { 'color-bg': '#fffaf6', 'color-accent': '#a8482a', 'color-surface': '#fbeee6', 'color-crisis-bg': '#f6e4d8', radius: '0px', 'font-size': '18px' },
  'black and yellow': { 'color-bg': '#141414', 'color-surface': '#232323', 'color-text': '#fafafa', 'color-muted': '#c8c8c8', 'color-accent': '#ffd23f', 'color-on-accent': '#141414', 'color-border': '#8c8c8c', 'color-focus': '#ffffff', 'color-danger': '#ff9d9d', 'color-danger-bg': '#3a1a1a', 'color-crisis-bg': '#2b2b2b', 'color-crisis-text': '#fafafa' },
  'pastel, too faint': { 'color-accent': '#a8d8d0', 'color-on-accent': '#ffffff', 'color-muted': '#c9d2d4', 'color-border': '#e6eeee', 'color-focus': '#d7f0ec', 'color-surface': '#f6fbfa' },
  'neon, clashing': { 'color-bg': '#00ff9c', 'color-surface': '#ff00d4', 'color-text': '#ffff00', 'color-accent': '#00e5ff', 'color-on-accent': '#ffee00', 'color-danger': '#ff8800', 'color-danger-bg': '#00ffea', 'color-crisis-bg': '#7a00ff', 'color-crisis-text': '#5500aa' },
};
