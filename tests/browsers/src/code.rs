//! What a camera would read on a screen: QR codes, by a decoder that has nothing to do with what drew them.

/// What the only QR code on a picture (PNG) says; nothing where none can be read.
pub fn read(picture: &[u8]) -> Option<String> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut pixels).ok()?;
    let samples = frame.color_type.samples();
    let (width, height) = (frame.width as usize, frame.height as usize);
    let grey = |x: usize, y: usize| {
        let at = y * frame.line_size + x * samples;
        let colours = &pixels[at..at + samples.min(3)];
        (colours.iter().map(|colour| u32::from(*colour)).sum::<u32>() / colours.len() as u32) as u8
    };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    picture.detect_grids().first()?.decode().ok().map(|(_, text)| text)
}
