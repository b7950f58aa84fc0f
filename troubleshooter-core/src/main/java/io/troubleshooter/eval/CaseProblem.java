package io.troubleshooter.eval;

/**
 * What is wrong with a case.
 *
 * @param caseId name of its folder
 * @param field of {@code case.json}, such as {@code evidence[1].lines}; {@code input}, {@code README.md} or {@code
 *     case.json} itself where no field is to blame
 * @param message what is wrong, and what was expected
 */
public record CaseProblem(String caseId, String field, String message) {

    @Override
    public String toString() {
        return caseId + ": " + field + ": " + message;
    }
}
