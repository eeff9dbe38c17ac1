using Schematic.Rules.Conditions;
using Schematic.Rules.Definitions;
using Schematic.Rules.Explaining;
using Schematic.Rules.Facts;
using Schematic.Rules.Lookup;

namespace Schematic.Rules;

/// <summary>
/// Evaluates flags. Tiers are tried in the order of <see cref="RuleTier"/>; the first matching rule decides, otherwise
/// the flag's default value. Pure and thread-safe; no content of flags and facts makes it throw. Source: domain, flag
/// evaluation.
/// </summary>
public static class FlagEvaluator
{
    /// <summary>Evaluates a flag without allocating.</summary>
    /// <param name="flag">The flag; null if the key belongs to none.</param>
    /// <param name="subject">The company and the user to check for.</param>
    /// <param name="preflight">Usage to suppose; null for none.</param>
    public static Verdict Evaluate(PreparedFlag? flag, in CheckSubject subject, Preflight? preflight = null)
    {
        var observer = default(NoObserver);
        return Decide(flag, subject, preflight, ref observer);
    }

    /// <summary>Evaluates a flag and explains every step.</summary>
    /// <inheritdoc cref="Evaluate"/>
    public static Explanation Explain(PreparedFlag? flag, in CheckSubject subject, Preflight? preflight = null)
    {
        var observer = new ExplanationRecorder();
        var verdict = Decide(flag, subject, preflight, ref observer);
        return observer.Finish(verdict);
    }

    private static Verdict Decide<TObserver>(
        PreparedFlag? flag,
        in CheckSubject subject,
        Preflight? preflight,
        ref TObserver observer
    )
        where TObserver : struct, IEvaluationObserver
    {
        var rule = flag is null ? null : FindMatch(flag, subject, preflight, ref observer);
        EntitlementFacts? entitlement = null;
        if (flag is not null)
            subject.Company?.Plans.Entitlements.TryGet(flag.KeyKey, out entitlement);
        return new Verdict
        {
            Value = rule?.Definition.Value ?? flag?.Definition.DefaultValue ?? false,
            Reason = rule?.Reason ?? (flag is null ? Reasons.FlagNotFound : WhyDefault(subject)),
            FlagId = flag?.Id,
            RuleId = rule?.Definition.Id,
            RuleTier = rule?.Definition.Tier,
            CompanyId = subject.Company?.CompanyId,
            UserId = subject.User?.UserId,
            Entitlement = entitlement,
        };
    }

    private static PreparedRule? FindMatch<TObserver>(
        PreparedFlag flag,
        in CheckSubject subject,
        Preflight? preflight,
        ref TObserver observer
    )
        where TObserver : struct, IEvaluationObserver
    {
        var scope = new EvaluationScope(subject.Company, subject.User, preflight);
        var rules = new RuleSequence(
            flag.Rules.InOrder,
            Derived(subject.Company?.Plans.DerivedRules, flag),
            Derived(subject.User?.DerivedRules, flag)
        );
        PreparedRule? match = null;
        while (rules.TryNext(out var rule))
        {
            if (match is not null)
                observer.PassRule(rule);
            else if (rule.Matches(scope, ref observer))
                match = rule;
            if (match is not null && !TObserver.IsRecording)
                break;
        }

        return match;
    }

    private static PreparedRule[] Derived(KeyTable<IdKey, PreparedRules>? rules, PreparedFlag flag) =>
        rules is not null && rules.Count > 0 && rules.TryGet(flag.IdKey, out var derived)
            ? derived.InOrder
            : PreparedRules.None.InOrder;

    private static string WhyDefault(in CheckSubject subject)
    {
        if (subject.IsCompanyMissing)
            return Reasons.CompanyNotFound;
        if (subject.IsUserMissing)
            return Reasons.UserNotFound;
        return subject.Company is null && subject.User is null ? Reasons.NoContext : Reasons.NoRulesMatched;
    }
}
