namespace Schematic.Contracts.Flags;

/// <summary>Names the types of condition that have this member; all others must leave it out.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ConditionMemberAttribute(params ConditionType[] types) : Attribute
{
    public IReadOnlyList<ConditionType> Types { get; } = types;
}
