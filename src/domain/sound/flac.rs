//! A FLAC file (RFC 9639), frame by frame: one channel, 16 bits, lossless.
//!
//! Decides: how samples become bits. Deliberately does not know what they are the sound of. Only what a beep needs is
//! here: a level that does not move, and predictors that need no searching for.

use super::wave::RATE;

/// The most samples of a frame.
pub(super) const MOST: u32 = 16_384;
/// The least samples of any frame but the last.
pub(super) const LEAST: u32 = 16;

/// A file being written.
#[derive(Default)]
pub(super) struct Stream {
    frames: Vec<u8>,
    /// How many samples there are so far.
    samples: u32,
    points: Vec<Point>,
    /// How many bytes the largest frame has.
    largest: usize,
}

/// A frame that can be jumped to.
struct Point {
    sample: u32,
    /// Where its frame begins, in bytes from the first frame.
    byte: usize,
    length: u32,
}

impl Stream {
    /// Adds a frame of `length` samples, 1 … [`MOST`], that `body` describes. `is_place`: it can be jumped to.
    pub(super) fn frame(&mut self, length: u32, body: &[u8], is_place: bool) {
        let begin = self.frames.len();
        if is_place {
            self.points.push(Point { sample: self.samples, byte: begin, length });
        }
        // Frames of any length, counted in samples; this one's length in two bytes at the end of the header, and
        // 22,050 Hz; one channel of 16 bits.
        let mut frame = vec![0xFF, 0xF9, 0x76, 0x08];
        number(self.samples, &mut frame);
        frame.extend((length.saturating_sub(1) as u16).to_be_bytes());
        frame.push(crc8(&frame));
        frame.extend(body);
        frame.extend(crc16(&frame).to_be_bytes());
        self.largest = self.largest.max(frame.len());
        self.frames.extend(frame);
        self.samples += length;
    }

    /// The whole file.
    pub(super) fn finish(self) -> Vec<u8> {
        let mut file = b"fLaC".to_vec();
        let is_last = if self.points.is_empty() { 0x80 } else { 0 };
        file.extend([is_last, 0, 0, 34]);
        file.extend((LEAST as u16).to_be_bytes());
        file.extend((MOST as u16).to_be_bytes());
        // The smallest frame is not told; the largest is, so that a player knows how far to read for one.
        file.extend([0; 3]);
        file.extend((self.largest as u32).to_be_bytes().into_iter().skip(1));
        // 20 bits of rate, 3 of channels less one, 5 of bits less one, 36 of samples.
        let about = u64::from(RATE) << 44 | 15 << 36 | u64::from(self.samples);
        file.extend(about.to_be_bytes());
        // No checksum of the samples: each frame has its own.
        file.extend([0; 16]);
        if !self.points.is_empty() {
            file.push(0x83);
            file.extend((self.points.len() as u32 * 18).to_be_bytes().into_iter().skip(1));
        }
        for point in &self.points {
            file.extend(u64::from(point.sample).to_be_bytes());
            file.extend((point.byte as u64).to_be_bytes());
            file.extend((point.length as u16).to_be_bytes());
        }
        file.extend(self.frames);
        file
    }
}

/// The body of a frame in which every sample is `level`.
pub(super) fn steady(level: i16) -> Vec<u8> {
    let mut body = vec![0];
    body.extend(level.to_be_bytes());
    body
}

/// The body of a frame of these samples. Low bits that are nothing in all of them are left out.
pub(super) fn coded(samples: &[i16]) -> Vec<u8> {
    let idle = samples.iter().fold(0, |bits, sample| bits | sample).trailing_zeros().min(15);
    let samples: Vec<i16> = samples.iter().map(|sample| sample >> idle).collect();
    let (order, split, residual) = cheapest(&samples);
    let mut bits = Bits::default();
    bits.put((8 | order as u32) << 1 | u32::from(idle > 0), 8);
    if idle > 0 {
        bits.put(1, idle);
    }
    for sample in samples.iter().take(order) {
        bits.put(u32::from(sample.cast_unsigned()) & (0xFFFF >> idle), 16 - idle);
    }
    bits.put(split as u32, 6);
    for part in parts(&residual, order, split) {
        let (low, _) = told(part);
        bits.put(low, 4);
        for &left in part {
            let left = folded(left);
            bits.zeros(left >> low);
            // The one that ends the zeros, and the low bits.
            bits.put(1 << low | left & ((1 << low) - 1), low + 1);
        }
    }
    bits.finish()
}

/// The best of the five fixed predictors (the n-th takes the n-th difference), in 2 to the power of how many parts, and
/// what it leaves to be told: nothing of the first `order` samples, which are told as they are.
fn cheapest(samples: &[i16]) -> (usize, usize, Vec<i32>) {
    let mut residual: Vec<i32> = samples.iter().map(|&sample| i32::from(sample)).collect();
    let (mut best, mut least) = ((0, 0, residual.clone()), u64::MAX);
    for order in 0..samples.len().min(5) {
        for split in (0..=6).filter(|split| divides(samples.len(), order, *split)) {
            let cost: u64 = parts(&residual, order, split).map(|part| told(part).1 + 4).sum();
            if cost < least {
                (best, least) = ((order, split, residual.clone()), cost);
            }
        }
        residual = residual.iter().zip(residual.iter().skip(1)).map(|(former, this)| this - former).collect();
    }
    best
}

/// Whether there can be so many parts: all as long, and something left of the first.
const fn divides(length: usize, order: usize, split: usize) -> bool {
    split == 0 || length.is_multiple_of(1 << split) && length >> split > order
}

/// The residual in 2^`split` parts of as many samples each. The first lacks the `order` samples told as they are.
fn parts(residual: &[i32], order: usize, split: usize) -> impl Iterator<Item = &[i32]> {
    let each = (residual.len() + order) >> split;
    let (first, rest) = residual.split_at_checked(each.saturating_sub(order)).unwrap_or((residual, &[]));
    core::iter::once(first).chain(rest.chunks(each.max(1)))
}

/// In how many low bits a part is told at the least cost, and that cost in bits. It is about as many as the mean has.
fn told(part: &[i32]) -> (u32, u64) {
    let high = |low: u32| part.iter().map(|&left| u64::from(folded(left) >> low)).sum::<u64>();
    let cost = |low: u32| high(low) + part.len() as u64 * u64::from(low + 1);
    let mean = high(0) / (part.len() as u64).max(1);
    // 15 would mean something else.
    let about = mean.checked_ilog2().unwrap_or(0).min(13);
    let near = about.saturating_sub(1)..=about + 1;
    near.map(|low| (low, cost(low))).min_by_key(|(_, cost)| *cost).unwrap_or_default()
}

/// Numbers around nothing as numbers from nothing on: 0, −1, 1, −2, 2 …
const fn folded(left: i32) -> u32 {
    ((left << 1) ^ (left >> 31)).cast_unsigned()
}

/// Bits, the high ones first.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    /// The bits that do not fill a byte yet are the lowest `held` of this.
    open: u64,
    held: u32,
}

impl Bits {
    /// Adds the lowest `count` bits of `value`, at most 32. The others are nothing.
    fn put(&mut self, value: u32, count: u32) {
        self.open = self.open << count | u64::from(value);
        self.held += count;
        while self.held >= 8 {
            self.held -= 8;
            self.bytes.push((self.open >> self.held) as u8);
        }
    }

    fn zeros(&mut self, mut count: u32) {
        while count > 0 {
            let now = count.min(24);
            self.put(0, now);
            count -= now;
        }
    }

    /// The bytes, the last one filled up with zeros.
    fn finish(mut self) -> Vec<u8> {
        self.put(0, (8 - self.held) % 8);
        self.bytes
    }
}

/// A number as UTF-8 writes a character of that number, up to six bytes.
fn number(number: u32, bytes: &mut Vec<u8>) {
    if number < 0x80 {
        bytes.push(number as u8);
        return;
    }
    // With each further byte five more bits fit.
    let further = (1..5).find(|further| number < 1 << (5 * further + 6)).unwrap_or(5);
    bytes.push((0xFF80_u32 >> further | number >> (6 * further)) as u8);
    bytes.extend((0..further).rev().map(|place| 0x80 | (number >> (6 * place) & 0x3F) as u8));
}

fn crc8(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |sum, byte| {
        (0..8).fold(sum ^ byte, |sum, _| (sum << 1) ^ if sum & 0x80 == 0 { 0 } else { 0x07 })
    })
}

/// What four bits that leave the checksum do to it.
const NIBBLES: [u16; 16] = {
    let mut table = [0; 16];
    let mut nibble = 0;
    while nibble < 16 {
        let mut sum = (nibble as u16) << 12;
        let mut bit = 0;
        while bit < 4 {
            sum = (sum << 1) ^ if sum & 0x8000 == 0 { 0 } else { 0x8005 };
            bit += 1;
        }
        table[nibble] = sum;
        nibble += 1;
    }
    table
};

/// Four bits at a time: bit by bit, half an hour of ticks would keep a phone busy.
fn crc16(bytes: &[u8]) -> u16 {
    let turn = |sum: u16, nibble: u8| {
        let leaving = usize::from((sum >> 12) as u8 ^ nibble);
        (sum << 4) ^ NIBBLES.get(leaving).copied().unwrap_or(0)
    };
    bytes.iter().fold(0, |sum, byte| turn(turn(sum, byte >> 4), byte & 0xF))
}
