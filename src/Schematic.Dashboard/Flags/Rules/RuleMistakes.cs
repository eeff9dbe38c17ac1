namespace Schematic.Dashboard.Flags.Rules;

/// <summary>Finds mistakes in a draft that the API would refuse, before it is sent.</summary>
internal static class RuleMistakes
{
    private const int MaxName = 512;

    /// <summary>Returns the first mistake; null if there is none.</summary>
    public static RuleRefusal? Find(IReadOnlyList<RuleDraft> rules)
    {
        foreach (var rule in rules.Where(static rule => RuleTiers.IsEditable(rule.Tier)))
        {
            if (rule.Name.Length > MaxName)
                return new(rule.Key, null, "name", $"Use at most {MaxName} characters.");
            foreach (var condition in rule.AllConditions)
            {
                if (Conditions.FindMissing(condition.Body) is { } missing)
                    return new(rule.Key, condition.Key, missing.Field, missing.Message);
            }
        }

        return null;
    }
}
