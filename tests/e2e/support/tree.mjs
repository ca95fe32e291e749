// What assistive technology is told: the accessibility tree of the frame, from Chromium's own tools.

const NOISE = ['generic', 'none', 'InlineTextBox', 'LineBreak', 'LabelText', 'Legend', 'Section', 'ListMarker'];

const stringOf = (value) => (value?.value ?? '').trim().replace(/\s+/g, ' ');

/**
 * The nodes that are told, in reading order, each with its `role`, `name`, `description`, its other properties, `id` (the
 * same for the same element), the `path` of roles that it stands in, and the nodes `inside` it.
 */
export const treeOf = async (visitor) => {
  const { nodes } = await visitor.frame.client.send('Accessibility.getFullAXTree', { frameId: visitor.frame._id });
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const all = [];
  const walk = (node, parents) => {
    const role = node.role?.value;
    let within = parents;
    // A generic element is told where it has focus.
    const { focused, ...properties } = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
    if (!node.ignored && (!NOISE.includes(role) || focused)) {
      const told = {
        ...properties,
        focused,
        role,
        name: stringOf(node.name),
        description: stringOf(node.description),
        id: node.backendDOMNodeId,
        path: parents.map((one) => one.role),
        inside: [],
      };
      for (const parent of parents) parent.inside.push(told);
      all.push(told);
      within = [...parents, told];
    }
    for (const child of node.childIds ?? []) if (byId.has(child)) walk(byId.get(child), within);
  };
  walk(nodes[0], []);
  return all;
};

/** Those of some roles. */
export const ofRole = (nodes, ...roles) => nodes.filter(({ role }) => roles.includes(role));
