//! Putting things in order, by one piece of code for every kind of thing.
//!
//! Decides: nothing but the order that it is told. The standard library's sort is compiled anew for each type it sorts,
//! at 3 to 5 kB of program a time; the lists here are short, and a list of places sorted once for all of them weighs
//! that much once.

use core::cmp::Ordering;

/// `things` in the order that `compare` gives; equal ones stay in the order they came in.
pub fn sorted<T>(things: Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) -> Vec<T> {
    let places = places(things.len(), &mut |a, b| match (things.get(a), things.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| things.get_mut(place)?.take()).collect()
}

/// The places `0 .. count` in the order that `compare` gives.
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|&a, &b| compare(a, b));
    places
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn equal_things_keep_the_order_they_came_in() {
        let things = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        assert_eq!(sorted(things, |a, b| a.0.cmp(&b.0)), [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        assert_eq!(sorted(Vec::<u8>::new(), Ord::cmp), []);
    }
}
