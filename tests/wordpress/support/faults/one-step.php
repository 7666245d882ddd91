<?php
/** Leaves the screen's requests no time, so that each of them does one step of a run. */

if ( 1 === preg_match( '#/runs/\d+/step#', (string) ( $_SERVER['REQUEST_URI'] ?? '' ) ) ) {
	// phpcs:ignore Squiz.PHP.DiscouragedFunctions.Discouraged -- The budget of a request is a share of it.
	ini_set( 'max_execution_time', '60' );
	$_SERVER['REQUEST_TIME_FLOAT'] -= 600;
}
