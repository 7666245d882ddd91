import { useState } from '@wordpress/element';
import { fixMismatches, type FixAction } from '../api-out-of-step';
import { ApiError } from '../api-error';
import type { Fix } from '../contract';

export interface Fixed extends Fix {
	action: FixAction;
}

export interface FixState {
	/** Which action is under way. */
	fixing: FixAction | null;
	fixed: Fixed | null;
	refusal: ApiError | null;
	fix: ( action: FixAction, product_ids: number[] ) => Promise< void >;
}

/** @param onMended After a failure too: some of it may have been done. */
export function useFix( onMended: () => void ): FixState {
	const [ fixing, setFixing ] = useState< FixAction | null >( null );
	const [ fixed, setFixed ] = useState< Fixed | null >( null );
	const [ refusal, setRefusal ] = useState< ApiError | null >( null );

	const fix = async ( action: FixAction, product_ids: number[] ) => {
		setFixing( action );
		setFixed( null );
		setRefusal( null );
		try {
			const done = await fixMismatches( action, product_ids );
			setFixed( { action, ...done } );
		} catch ( cause ) {
			setRefusal( ApiError.from( cause ) );
		}
		onMended();
		setFixing( null );
	};

	return { fixing, fixed, refusal, fix };
}
