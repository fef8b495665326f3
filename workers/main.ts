import { compose } from '@/src/compose';
import { startWorker } from './start-worker';

startWorker(compose());
