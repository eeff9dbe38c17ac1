namespace Schematic.Contracts.Flags;

/// <summary>Names types of condition that have this member; types that none names must leave it out.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal sealed class ConditionMemberAttribute(params ConditionType[] types) : Attribute
{
    public IReadOnlyList<ConditionType> Types { get; } = types;
}
