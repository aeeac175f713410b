export const PLATFORM = 'liberapay'
