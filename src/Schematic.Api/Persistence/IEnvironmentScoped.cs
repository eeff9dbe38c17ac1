namespace Schematic.Api.Persistence;

/// <summary>A row of one environment: no query sees it without that environment (a filter of <see cref="SchematicDb"/>).</summary>
internal interface IEnvironmentScoped
{
    int EnvironmentSeq { get; }
}
