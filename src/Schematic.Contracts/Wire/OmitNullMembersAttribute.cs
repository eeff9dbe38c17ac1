namespace Schematic.Contracts.Wire;

/// <summary>Leaves out members that are null, also those that a base record writes as null in answers.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OmitNullMembersAttribute : Attribute;
