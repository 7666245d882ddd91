import { Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ActionButton } from '../ui/action-button';

export const LeaveDialog = ( {
	onAnswer,
}: {
	onAnswer: ( leave: boolean ) => void;
} ) => (
	<Modal
		title={ __( 'Leave without saving?', 'stock-sync-for-keycrm' ) }
		onRequestClose={ () => onAnswer( false ) }
	>
		<p>
			{ __(
				'You have changed settings that are not saved yet. They are lost if you leave.',
				'stock-sync-for-keycrm'
			) }
		</p>
		<div className="keycrm-stock-row">
			<ActionButton variant="primary" onClick={ () => onAnswer( false ) }>
				{ __( 'Stay here', 'stock-sync-for-keycrm' ) }
			</ActionButton>
			<ActionButton destructive onClick={ () => onAnswer( true ) }>
				{ __( 'Leave without saving', 'stock-sync-for-keycrm' ) }
			</ActionButton>
		</div>
	</Modal>
);
