// Pictures, compared.

/** The part of the pixels of two pictures that differ; more than a shade. Counted on a page of its own. */
export const difference = (page, ...pictures) =>
  page.evaluate(async (pictures) => {
    const [one, other] = await Promise.all(
      pictures.map(async (picture) => {
        const image = new Image();
        image.src = `data:image/png;base64,${picture}`;
        await image.decode();
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
      }),
    );
    let different = 0;
    for (let at = 0; at < one.length; at += 4)
      if ([0, 1, 2].some((color) => Math.abs(one[at + color] - other[at + color]) > 32)) different += 1;
    return different / (one.length / 4);
  }, pictures);
