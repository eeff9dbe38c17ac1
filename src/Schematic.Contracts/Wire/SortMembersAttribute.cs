namespace Schematic.Contracts.Wire;

/// <summary>
/// Writes all members in the order of their names. The serializer would write those of a base record last.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SortMembersAttribute : Attribute;
