namespace Schematic.Contracts.Wire;

/// <summary>The inputs of a read, spread over the query string and echoed in <c>params</c>; what is null was not given.</summary>
public interface IQuery;
