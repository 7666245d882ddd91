import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { RunAction } from '../hooks/use-current-run';
import type { Run } from '../contract';
import type { OverviewState } from '../overview-state';
import { to } from '../route';
import { wantsNewKey } from '../run-facts';
import { ActionButton } from './action-button';
import { RouteButton } from './route-link';
import { TechnicalDetails } from './technical-details';

const INVENTORY = 'admin.php?page=wc-settings&tab=products&section=inventory';

interface Props {
	state: OverviewState;
	acting: RunAction | null;
	onConfirm: ( run: Run ) => void;
	onApply: ( run: Run ) => void;
	onDiscard: ( run: Run ) => void;
}

function Decision( {
	run,
	acting,
	onConfirm,
	onDiscard,
}: Omit< Props, 'state' > & { run: Run } ) {
	return (
		<div className="keycrm-stock-row">
			<RouteButton to={ to( 'changes', { run: run.id } ) }>
				{ __( 'Show them', 'stock-sync-for-keycrm' ) }
			</RouteButton>
			<ActionButton
				variant="primary"
				busy={ 'confirm' === acting }
				disabled={ null !== acting }
				onClick={ () => onConfirm( run ) }
			>
				{ __( 'It is right, go on', 'stock-sync-for-keycrm' ) }
			</ActionButton>
			<ActionButton
				busy={ 'cancel' === acting }
				disabled={ null !== acting }
				onClick={ () => onDiscard( run ) }
			>
				{ __( 'Discard', 'stock-sync-for-keycrm' ) }
			</ActionButton>
		</div>
	);
}

/** What can be done about a state, under its sentences. */
export function StateActions( { state, ...rest }: Props ) {
	switch ( state.kind ) {
		case 'shop_off':
			return (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					href={ INVENTORY }
				>
					{ __(
						'Open WooCommerce’s settings',
						'stock-sync-for-keycrm'
					) }
				</Button>
			);
		case 'no_key':
			return (
				<RouteButton
					variant="primary"
					to={ to( 'settings', { field: 'api_key' } ) }
				>
					{ __( 'Enter the key', 'stock-sync-for-keycrm' ) }
				</RouteButton>
			);
		case 'decision':
			return <Decision run={ state.run } { ...rest } />;
		case 'failed':
			return (
				<>
					{ wantsNewKey( state.run ) && (
						<RouteButton
							variant="primary"
							to={ to( 'settings', { field: 'api_key' } ) }
						>
							{ __(
								'Enter the new key',
								'stock-sync-for-keycrm'
							) }
						</RouteButton>
					) }
					<TechnicalDetails error={ state.run.error } />
				</>
			);
		case 'previewed':
			return state.run.counts.updated > 0 ? (
				<div className="keycrm-stock-row">
					<RouteButton to={ to( 'changes', { run: state.run.id } ) }>
						{ __( 'Show them', 'stock-sync-for-keycrm' ) }
					</RouteButton>
					<ActionButton
						busy={ 'apply' === rest.acting }
						disabled={ null !== rest.acting }
						onClick={ () => rest.onApply( state.run ) }
					>
						{ __( 'Apply', 'stock-sync-for-keycrm' ) }
					</ActionButton>
				</div>
			) : null;
		case 'paused':
			return (
				<RouteButton to={ to( 'settings', { field: 'schedule' } ) }>
					{ __( 'Switch the schedule on', 'stock-sync-for-keycrm' ) }
				</RouteButton>
			);
		case 'undone':
			return (
				<RouteButton to={ to( 'changes', { run: state.run.id } ) }>
					{ __( 'Show them', 'stock-sync-for-keycrm' ) }
				</RouteButton>
			);
		case 'active':
		case 'cancelled':
		case 'never':
		case 'overdue':
		case 'partly':
		case 'right':
			return null;
	}
}
