import { Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Sources } from '../../../contract';
import { ActionButton } from '../../../ui/action-button';

interface Props {
	words: Sources[ 'switches' ][ number ];
	/** Nothing that the direction needs is missing. */
	isComplete: boolean;
	busy: boolean;
	onSwitch: () => void;
}

/** Asks before the direction is switched. */
export function SourceSwitch( { words, isComplete, busy, onSwitch }: Props ) {
	const [ isAsking, setIsAsking ] = useState( false );
	const close = () => setIsAsking( false );
	return (
		<>
			<div>
				<ActionButton
					variant="primary"
					busy={ busy }
					disabled={ ! isComplete }
					onClick={ () => setIsAsking( true ) }
				>
					{ words.button }
				</ActionButton>
			</div>
			{ ! isComplete && (
				<p className="keycrm-stock-quiet">
					{ __(
						'First choose the warehouse.',
						'stock-sync-for-keycrm'
					) }
				</p>
			) }
			{ isAsking && (
				<Modal title={ words.title } onRequestClose={ close }>
					{ words.sentences.map( ( sentence ) => (
						<p key={ sentence }>{ sentence }</p>
					) ) }
					<div className="keycrm-stock-row keycrm-stock-dialog-buttons">
						<ActionButton
							variant="primary"
							onClick={ () => {
								close();
								onSwitch();
							} }
						>
							{ words.confirm }
						</ActionButton>
						<ActionButton onClick={ close }>
							{ __(
								'Leave it as it is',
								'stock-sync-for-keycrm'
							) }
						</ActionButton>
					</div>
				</Modal>
			) }
		</>
	);
}
