import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ActionButton } from '../../ui/action-button';
import { RouteButton } from '../../app/router/route-link';
import type { FactAction, Run } from '../../contract';
import { routeTo } from '../../app/router/route';
import type { RunActions } from '../current-run/use-run-actions';

const INVENTORY_URL =
	'admin.php?page=wc-settings&tab=products&section=inventory';

interface Props {
	/** The first one is the recommended action. */
	actions: FactAction[];
	/** The run that the state is about. */
	run: Run | null;
	/** An older run that waits for a decision; 0: none. */
	waitingRunId: number;
	runActions: RunActions;
}

/** Buttons for the actions that the facts suggest. */
export function FactActions( {
	actions,
	run,
	waitingRunId,
	runActions,
}: Props ) {
	const { pending } = runActions;
	const idle = null === pending;

	const button = ( action: FactAction, isFirst: boolean ) => {
		const variant = isFirst ? 'primary' : 'secondary';
		switch ( action ) {
			case 'sync':
				return (
					<ActionButton
						key={ action }
						variant={ variant }
						busy={ 'sync' === pending }
						disabled={ ! idle }
						onClick={ () => void runActions.start( 'sync' ) }
					>
						{ __( 'Sync now', 'stock-sync-for-keycrm' ) }
					</ActionButton>
				);
			case 'preview':
				return (
					<ActionButton
						key={ action }
						variant={ variant }
						busy={ 'preview' === pending }
						disabled={ ! idle }
						onClick={ () => void runActions.start( 'preview' ) }
					>
						{ __(
							'Show me what would change',
							'stock-sync-for-keycrm'
						) }
					</ActionButton>
				);
			case 'apply':
				return (
					run && (
						<ActionButton
							key={ action }
							variant={ variant }
							busy={ 'apply' === pending }
							disabled={ ! idle }
							onClick={ () => void runActions.apply( run ) }
						>
							{ run.words.apply }
						</ActionButton>
					)
				);
			case 'confirm':
				return (
					run && (
						<ActionButton
							key={ action }
							destructive
							busy={ 'confirm' === pending }
							disabled={ ! idle }
							onClick={ () => void runActions.confirm( run ) }
						>
							{ run.words.confirm }
						</ActionButton>
					)
				);
			case 'discard':
				return (
					run && (
						<ActionButton
							key={ action }
							busy={ 'cancel' === pending }
							disabled={ ! idle }
							onClick={ () => void runActions.cancel( run ) }
						>
							{ run.words.discard }
						</ActionButton>
					)
				);
			case 'show_changes':
				return (
					run && (
						<RouteButton
							key={ action }
							variant={ variant }
							to={ routeTo( 'changes', { run: run.id } ) }
						>
							{ __(
								'Show the products',
								'stock-sync-for-keycrm'
							) }
						</RouteButton>
					)
				);
			case 'show_mismatches':
				return (
					<RouteButton
						key={ action }
						variant={ variant }
						to={ routeTo( 'out-of-step' ) }
					>
						{ __( 'Compare the SKUs', 'stock-sync-for-keycrm' ) }
					</RouteButton>
				);
			case 'enter_key':
				return (
					<RouteButton
						key={ action }
						variant={ variant }
						to={ routeTo( 'settings', { field: 'api_key' } ) }
					>
						{ __( 'Enter the key', 'stock-sync-for-keycrm' ) }
					</RouteButton>
				);
			case 'open_inventory':
				return (
					<Button
						key={ action }
						__next40pxDefaultSize
						variant={ variant }
						href={ INVENTORY_URL }
					>
						{ __(
							'Open WooCommerce’s settings',
							'stock-sync-for-keycrm'
						) }
					</Button>
				);
		}
	};

	const hasOther = 0 !== waitingRunId && waitingRunId !== run?.id;
	if ( 0 === actions.length && ! hasOther ) {
		return null;
	}
	return (
		<div className="keycrm-stock-row">
			{ actions.map( ( action, index ) =>
				button( action, 0 === index )
			) }
			{ hasOther && (
				<RouteButton to={ routeTo( 'changes', { run: waitingRunId } ) }>
					{ __( 'Look at the paused sync', 'stock-sync-for-keycrm' ) }
				</RouteButton>
			) }
		</div>
	);
}
