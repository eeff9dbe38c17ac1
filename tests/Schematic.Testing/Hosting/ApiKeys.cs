namespace Schematic.Testing.Hosting;

/// <summary>The secrets a test server starts with: one full key for each environment, and the console's own.</summary>
public static class ApiKeys
{
    public const string Production = "sch_prod_2Jw7Qn4VbX9sKd6TfHcLmRzPyGtA1uE0";
    public const string Staging = "sch_stag_8Hk3Zr5YpM1dVw7CnQxBtLgSfJ6aUe2R";
    public const string Development = "sch_dev_5Tc9Nb2KsW8gXm4FvDqYhPjLzRr7oEi1";
    public const string Console = "console_6Fv1Lp8BxJ3mSd9QwTzKcHnGyRtA4uE7";
}
