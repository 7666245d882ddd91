/** Undoes runs, as the screen does. */
import { runSchema, undoReportSchema } from '../../../src-admin/contract';
import type { Run } from '../../../src-admin/contract';
import type { Shop } from '../../support/worlds/shop';
import { call, drive } from './session';

export async function reportOf( shop: Shop, of: Run ) {
	return undoReportSchema.parse(
		await call( shop, 'GET', `/runs/${ of.id }/undo` )
	);
}

export async function undoRun( shop: Shop, of: Run ): Promise< Run > {
	return drive(
		shop,
		runSchema.parse( await call( shop, 'POST', `/runs/${ of.id }/undo` ) )
	);
}
