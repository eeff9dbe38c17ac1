namespace Schematic.Api.Persistence;

/// <summary>Names the property of a row by which PostgreSQL keeps its table in partitions.</summary>
/// <param name="property">Becomes part of the table's key there, for no partitioned table has one without it.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PartitionedByAttribute(string property) : Attribute
{
    public string Property => property;
}
