namespace Schematic.Rules.Flags.Checking;

/// <summary>What is odd about a rule.</summary>
public enum RuleWarningKind
{
    /// <summary>A rule that is tried before always matches.</summary>
    NeverReached,

    /// <summary>Its conditions exclude each other, or one of them never holds.</summary>
    NeverMatches,

    /// <summary>A standard rule without conditions.</summary>
    AlwaysMatches,

    /// <summary>Its tier always matches, so its conditions do not count.</summary>
    ConditionsIgnored,

    /// <summary>It names a trait that no company or user has.</summary>
    UnusedTrait,
}
