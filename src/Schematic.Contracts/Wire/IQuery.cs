namespace Schematic.Contracts.Wire;

/// <summary>Inputs of a read, spread over the query string and echoed in <c>params</c>; null was not given.</summary>
public interface IQuery;
