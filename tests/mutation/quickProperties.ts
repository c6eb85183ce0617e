import fc from 'fast-check';

// A mutant is dead when a property fails: finding the smallest case of it only takes time.
fc.configureGlobal({ endOnFailure: true });
