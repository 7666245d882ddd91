import { useState } from '@wordpress/element';
import { useSaveSettings } from '../../api/mutations';
import type { Settings } from '../../contract';
import { isActive } from '../current-run/run-facts';
import { RunFailureNotice } from '../current-run/run-failure-notice';
import { RunProgress } from '../current-run/run-progress';
import type { KnownRun } from '../current-run/use-current-run';
import { useRunActions } from '../current-run/use-run-actions';
import type { WarehousesState } from '../warehouses/use-warehouses';
import { countingWarehouses } from '../warehouses/warehouse-names';
import { WarehouseSelect } from '../warehouses/warehouse-select';
import { ActionButton } from '../../ui/action-button';
import { ErrorNotice } from '../../ui/error-notice';

interface Props {
	settings: Settings;
	warehouses: WarehousesState;
	current: KnownRun;
	stepSince: number | null;
}

/**
 * Offers to send the shop's quantities to KeyCRM once, if KeyCRM has none. The run stops before it sends anything; the
 * decision is shown above the steps.
 */
export function FillOffer( {
	settings,
	warehouses,
	current,
	stepSince,
}: Props ) {
	const { run } = current;
	const runActions = useRunActions();
	const saving = useSaveSettings();
	const [ chosen, setChosen ] = useState( settings.push_warehouse_id );
	const offer = warehouses.found?.fill;
	const isFill = 'fill' === run?.mode;

	if ( isFill && isActive( run ) ) {
		return (
			<RunProgress
				run={ run }
				aheadMs={ current.aheadMs }
				stepSince={ stepSince }
				runActions={ runActions }
			/>
		);
	}
	const isUnderWay =
		isFill &&
		( 'needs_confirmation' === run.status || 'succeeded' === run.status );
	if ( ! offer || isUnderWay ) {
		return null;
	}
	const fill = () =>
		saving.mutate(
			{ push_warehouse_id: chosen },
			{ onSuccess: () => void runActions.start( 'fill' ) }
		);
	return (
		<div className="keycrm-stock-fields keycrm-stock-offer">
			<h4>{ offer.title }</h4>
			{ offer.sentences.map( ( sentence ) => (
				<p key={ sentence }>{ sentence }</p>
			) ) }
			<WarehouseSelect
				label={ offer.warehouse }
				warehouses={ warehouses }
				items={ countingWarehouses(
					warehouses.found?.items ?? [],
					settings.warehouse_ids
				) }
				chosen={ chosen }
				onChange={ setChosen }
			/>
			<div>
				<ActionButton
					busy={ saving.isPending || 'fill' === runActions.pending }
					disabled={
						0 === chosen ||
						null !== runActions.pending ||
						isActive( run )
					}
					onClick={ fill }
				>
					{ offer.button }
				</ActionButton>
			</div>
			<ErrorNotice error={ saving.error } />
			<RunFailureNotice failure={ runActions.failure } />
		</div>
	);
}
