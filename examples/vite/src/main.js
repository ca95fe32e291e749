import 'program-finder';
