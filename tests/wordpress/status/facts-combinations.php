<?php
/** Returns every sentence about a shop, for every combination of what may be known of it. */

return ( static function (): array {
	$now    = 1800000000000;
	$guard  = new \KeyCrmStock\Value\Run\GuardReport( array( 'zeroed', 'unmatched' ), 5, 9, 0, 9, 9.0, 0.0, 109, 0, 109 );
	$runs   = array( null );
	foreach ( \KeyCrmStock\Value\Run\RunMode::cases() as $mode ) {
		foreach ( \KeyCrmStock\Value\Run\RunStatus::cases() as $status ) {
			foreach ( array( 'read', 'write', 'done' ) as $phase ) {
				foreach ( array( 0, 109 ) as $unchanged ) {
					$runs[] = new \KeyCrmStock\Value\Run\Run( 7, $mode, 'main', \KeyCrmStock\Value\Stock\Side::Shop, \KeyCrmStock\Value\Run\RunTrigger::Person, $status, \KeyCrmStock\Value\Run\RunPhase::from( $phase ), array(), new \KeyCrmStock\Value\Run\OutcomeCounts( array( 'unchanged' => $unchanged ) ), 0, 0, 0, 0, 0, '', null, $now - 60000, $now, $now, $now, new \KeyCrmStock\Value\Run\RunError( 'unauthorized' ), $guard, null, null, 0 );
				}
			}
		}
	}
	$successes = array_filter( $runs, static fn ( $one ) => 'succeeded' === $one?->status->value && 'sync' === $one->mode->value );
	$coverages = array(
		new \KeyCrmStock\Status\Coverage( false, 0, 0, 0, 0, null ),
		new \KeyCrmStock\Status\Coverage( true, 0, 0, 0, 0, 109 ),
		new \KeyCrmStock\Status\Coverage( true, 0, 0, 0, 12, 109 ),
		new \KeyCrmStock\Status\Coverage( true, 107, 0, 107, 0, 109 ),
		new \KeyCrmStock\Status\Coverage( true, 109, 0, 3, 0, 109 ),
	);
	$texts = array();
	foreach ( $runs as $run ) {
		foreach ( $coverages as $coverage ) {
			foreach ( ( $coverage->known ? array( null, ...$successes ) : array( null ) ) as $success ) {
				foreach ( array( null, $now - 1000 ) as $changed ) {
					foreach ( array( true, false ) as $on ) {
						foreach ( array( true, false ) as $yes ) {
							$freshness = new \KeyCrmStock\Status\Freshness( $success, $changed, $changed, $on );
							$rule      = new \KeyCrmStock\Status\HeadlineRule( $coverage, $freshness, $yes, $changed );
							foreach ( array( array( true, true ), array( false, true ), array( true, false ) ) as [ $manages, $key ] ) {
								$facts   = new \KeyCrmStock\Status\Facts( $rule->choose( $run, $manages, $key ), $coverage, $freshness, new \KeyCrmStock\Status\Automation( $on, 15, $changed, $on ? 0 : 999, $yes ? 2 : 0, false ), $run, $run, '', $changed, $now );
								$time    = \KeyCrmStock\Text\TimeText::relative( $now );
								$texts[] = implode( ' | ', array( ( new \KeyCrmStock\Text\HeadlineText( $time ) )->headline( $facts ), ...( new \KeyCrmStock\Text\HeadlineAdvice( $time ) )->sentences( $facts ), ...( new \KeyCrmStock\Text\FactsText( $time ) )->lines( $facts ) ) );
							}
						}
					}
				}
			}
		}
	}
	return array_values( array_unique( $texts ) );
} )();
