/** Undoes runs, as the screen does. */
import { runSchema, undoReportSchema } from '../../../src-admin/contract';
import type { Run } from '../../../src-admin/contract';
import type { Shop } from '../../support/worlds/shop';
import { call, drive } from './session';

export async function reportOf( shop: Shop, run: Run ) {
	return undoReportSchema.parse(
		await call( shop, 'GET', `/runs/${ run.id }/undo` )
	);
}

export async function undoRun( shop: Shop, run: Run ): Promise< Run > {
	return drive(
		shop,
		runSchema.parse( await call( shop, 'POST', `/runs/${ run.id }/undo` ) )
	);
}
