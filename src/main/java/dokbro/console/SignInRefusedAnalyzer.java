package dokbro.console;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows {@link SignInRefused} at start as two sentences instead of a stack trace. */
class SignInRefusedAnalyzer extends AbstractFailureAnalyzer<SignInRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SignInRefused refused) {
        return new FailureAnalysis(refused.getMessage(), refused.action(), refused);
    }
}
